import { checkProfile } from '../../domain';
import type { NoticeId, ProtocolProfile } from '../../domain';
import { TEXTS } from '../../notifications/texts';
import { show } from '../asking';
import { table } from '../print';
import type { Row } from '../print';
import { nameOf } from './words';

const hasText = (notice: NoticeId, variant: string): boolean => Object.hasOwn(TEXTS[notice], variant);

/** Checks profiles and prints what is wrong; gives the exit code: 1 if anything is. */
export function printCheck(profiles: readonly ProtocolProfile[], options: { readonly json?: boolean }): 0 | 1 {
  const findings = profiles.flatMap((profile) => checkProfile(profile, { hasText }).map((one) => ({ profile: nameOf(profile), ...one })));
  show(options, findings, () => {
    for (const profile of profiles)
      printFindings(
        nameOf(profile),
        findings.filter((one) => one.profile === nameOf(profile)),
      );
  });
  return findings.length === 0 ? 0 : 1;
}

function printFindings(name: string, findings: readonly Row[]): void {
  console.log(findings.length === 0 ? `${name}: sound` : `${name}: ${findings.length} to put right`);
  if (findings.length > 0) table(findings, ['code', 'place', 'message']);
}
