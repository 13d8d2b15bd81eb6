export interface TestServers {
  readonly temporalAddress: string;
  readonly temporalUiUrl: string;
  readonly mongoUri: string;
  readonly smtpUrl: string;
  readonly inboxUrl: string;
}

/** Where the real servers of this layer are. @throws Error when the set-up did not start one: a layer is never skipped */
export function testServers(): TestServers {
  const read = (name: string): string => {
    const value = process.env[name];
    if (value === undefined) throw new Error(`${name} is not set: run this layer through npm run test:<layer>, which starts its servers.`);
    return value;
  };
  return {
    temporalAddress: read('MARM_TEST_TEMPORAL'),
    temporalUiUrl: read('MARM_TEST_TEMPORAL_UI'),
    mongoUri: read('MARM_TEST_MONGODB_URI'),
    smtpUrl: read('MARM_TEST_SMTP_URL'),
    inboxUrl: read('MARM_TEST_INBOX_URL'),
  };
}
