export { BANK_HOLIDAYS, calendarFrom, ENGLAND_AND_WALES, withClosureDays } from './bankHolidays';
export type { CalendarParts } from './bankHolidays';
export * from './days';
export * from './london';
export * from './openHours';
export type { Calendar, Instant, LondonDate } from './types';
export * from './workingDays';
