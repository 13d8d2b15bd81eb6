/** The calendar days before the due date of an offset: 90 for '-90d'; null for one that counts working days. */
export const calendarDaysOf = (offset: string): number | null => {
  const found = /^-(\d+)d$/.exec(offset);
  return found ? Number(found[1]) : null;
};

/** The working days of an offset or label: -5 for '-5WD', 0 for 'due', 10 for '10WD' and 1 for 'ack+1WD'. */
export const workingDaysOf = (label: string): number => Number(/[+-]?\d+(?=WD)/.exec(label)?.[0] ?? 0);
