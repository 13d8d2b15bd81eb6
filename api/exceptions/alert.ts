import { randomUUID } from 'node:crypto';
import { holderOf, isExcluded, isPlainAddress } from '../../domain';
import type { AccessContext, CaseState, Role } from '../../domain';
import { messageIdOf, renderAlert } from '../../notifications';
import type { CaseView, Person } from '../../persistence';
import type { Reader } from '../access';
import { toActor } from '../middleware/asker';
import type { ApiDeps } from '../deps';

const TOLD: readonly Role[] = ['COORDINATOR', 'INFORMATION_GOVERNANCE_LEAD'];

/** A look that was given, and who is to hear of it. */
interface Given {
  readonly view: CaseView;
  readonly reader: Reader;
  readonly id: string;
  readonly correlationId: string;
}

interface Told {
  readonly role: Role;
  readonly person: string;
  readonly address: string;
}

/**
 * Tells the coordinator and the information-governance lead at once, at any hour, that somebody looks at the case without a role: a mail
 * that says neither who nor why. Whom no mail reaches is put into the operations queue, for somebody to ring. Safe to repeat: a mail keeps
 * its Message-ID. The look itself waits for nobody.
 */
export async function alertOf(deps: ApiDeps, given: Given): Promise<void> {
  const { ref, state } = given.view;
  for (const role of TOLD) {
    const to = await reachable(deps, state, role, given.reader);
    const sent = to !== null && (await send(deps, given, to));
    await log(deps, given, to, sent);
    if (sent) continue;
    deps.log.error({ ref, role }, 'nobody could be told of a look without a role');
    await deps.repositories.tasks.raise({
      id: `alert:${given.id}:${role}`,
      kind: 'ALERT_NOT_SENT',
      ref,
      detail: `${role}: tell by telephone that somebody looks at the case without a role on it`,
      now: deps.wallClock(),
    });
  }
}

// In the place of who is excluded, has left, has no address, or is the one who looks: the hosting manager, as for a vacant role.
async function reachable(deps: ApiDeps, state: CaseState, role: Role, { who, context }: Reader): Promise<Told | null> {
  for (const asked of [role, 'CONVENER_MANAGER'] as const) {
    const id = holderOf(state, { role: asked });
    const person = id === null || id === who.person ? null : await deps.repositories.directory.person(id);
    const address = person ? addressOf(state, person, context) : null;
    if (person && address !== null) return { role, person: person.id, address };
  }
  return null;
}

function addressOf(state: CaseState, person: Person, context: AccessContext): string | null {
  const mayHear = person.active && !isExcluded(state, toActor(person), context);
  return mayHear && person.email !== null && isPlainAddress(person.email) ? person.email : null;
}

async function send({ channel, settings }: ApiDeps, { view, id }: Given, { role, address }: Told): Promise<boolean> {
  const mail = renderAlert({ ref: view.ref, training: view.training, publicUrl: settings.publicUrl, role });
  const answer = await channel.send({
    ...mail,
    to: address,
    messageId: messageIdOf(`${id}|${address}`, settings.mailFrom),
    replyTo: null,
    date: null,
    headers: { 'X-Marm-Ref': view.ref, 'X-Marm-Notice': 'ACCESS' },
  });
  return answer.kind === 'sent';
}

const log = ({ repositories, wallClock }: ApiDeps, { view, correlationId }: Given, to: Told | null, sent: boolean): Promise<void> =>
  repositories.accessLog.add({
    id: randomUUID(),
    at: wallClock(),
    kind: sent ? 'ALERTED' : 'ALERT_NOT_SENT',
    ref: view.ref,
    route: 'mail',
    person: to?.person ?? null,
    client: null,
    service: null,
    organisation: null,
    sight: null,
    through: null,
    status: null,
    correlationId,
  });
