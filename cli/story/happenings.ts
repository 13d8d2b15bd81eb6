import { fromIso } from '../../domain';
import { get, inbox } from '../client';
import type { Target } from '../client';

/** One line of a story: something done, received or raised, at an instant of the case's own clock. */
export interface Happening {
  readonly at: string;
  readonly kind: 'command' | 'mail' | 'flag';
  /** The command, the subject of the mail, or the flag with its sign. */
  readonly what: string;
  /** Who did it, or whose inbox it reached. */
  readonly who: string;
  /** Notice and threshold of a mail, entry number of a command. */
  readonly detail: string;
}

interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly command: string | null;
  readonly events: readonly { readonly type: string; readonly at: number; readonly flag?: string; readonly clock?: string | null }[];
}

interface Mail {
  readonly date: string | null;
  readonly receivedAt: string;
  readonly to: string;
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Everything that has happened to a case so far, in order of its own clock: from the timeline and from the captured mail. */
export async function happeningsOf(target: Target, ref: string): Promise<readonly Happening[]> {
  const { entries } = (await get(target, `/v1/cases/${ref}/timeline`)) as { entries: readonly Entry[] };
  const mails = (await inbox({ ref })) as readonly Mail[];
  return [...entries.flatMap(ofEntry), ...mails.map(ofMail)].sort((a, b) => minute(a.at) - minute(b.at) || ORDER[a.kind] - ORDER[b.kind]);
}

const ORDER = { command: 0, flag: 1, mail: 2 } as const;
// By the minute, as people read it: mail carries no milliseconds.
const minute = (at: string): number => Math.floor((fromIso(at) ?? Date.parse(at)) / 60_000);

function ofEntry({ seq, at, actor, command, events }: Entry): readonly Happening[] {
  const given: readonly Happening[] = command === null ? [] : [{ at, kind: 'command', what: command, who: actor, detail: `entry ${seq}` }];
  const flags = events.flatMap((event): Happening[] =>
    event.type === 'FlagRaised' || event.type === 'FlagCleared'
      ? [
          {
            at: new Date(event.at).toISOString(),
            kind: 'flag',
            what: `${event.type === 'FlagRaised' ? '+' : '-'}${event.flag ?? ''}`,
            who: '',
            detail: event.clock ?? '',
          },
        ]
      : [],
  );
  return [...given, ...flags];
}

const ofMail = ({ date, receivedAt, to, subject, headers }: Mail): Happening => ({
  at: date ?? receivedAt,
  kind: 'mail',
  what: subject.replace('[TRAINING] ', ''),
  who: to,
  detail: [headers['x-marm-notice'], headers['x-marm-threshold']].filter((part) => part !== undefined).join(' '),
});
