const TIMEOUT_MS = 5_000;

/** A call of the address that waits for signs of life; nothing where none is set. @throws Error when it does not answer well */
export const signOfLife = (url: string | null) => async (): Promise<void> => {
  if (url === null) return;
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!response.ok) throw new Error('the dead-man address did not take the call');
};
