import type { CaseEvent } from '../case/events';
import type { RecordedStep } from './step';

/**
 * What a person filled in, from the facts of the step; texts are references. Most facts keep the command's data as it was; a few keep a part of
 * it under another name, which counts where the data itself is not kept.
 */
export const dataOf = ({ events }: Pick<RecordedStep, 'events'>): Readonly<Record<string, unknown>> =>
  Object.assign({}, ...events.map(underAnotherName), ...events.map(asItWas)) as Readonly<Record<string, unknown>>;

const asItWas = (event: CaseEvent): object => ('data' in event && event.data !== null ? event.data : {});

function underAnotherName(event: CaseEvent): object {
  switch (event.type) {
    case 'PaceSet':
      return { pace: event.to, ...reasoned(event.reasonRef) };
    case 'ReviewDateAgreed':
      return { reviewOn: event.on, ...reasoned(event.reasonRef) };
    case 'OverdueAcknowledged':
      return { clock: event.clock, key: event.key, lookAgainOn: event.until, reason: event.reasonRef };
    case 'ClocksResumed':
      return reasoned(event.reasonRef);
    default:
      return {};
  }
}

const reasoned = (reasonRef: string | null): object => (reasonRef === null ? {} : { reason: reasonRef });
