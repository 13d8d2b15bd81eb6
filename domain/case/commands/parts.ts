/** Fields that several commands share. */
export const service = { kind: 'id', of: 'service', help: 'The service in the directory.' } as const;
