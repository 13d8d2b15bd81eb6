import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  checkOwnPrivileges,
  connectMongo,
  createRepositories,
  ensureApplicationUser,
  passingKeys,
  setUpDatabase,
  userIn,
} from '../../persistence';
import type { Commit, MongoConnection } from '../../persistence';
import { isInsertOnly } from '../../persistence/collections';
import { applicationPrivileges } from '../../persistence/users/role';
import { startGuardedMongo } from '../support/guardedMongo';
import type { GuardedMongo } from '../support/guardedMongo';

const APP = { name: 'marm', password: 'synthetic' };
const commit = { ref: 'ABCD-EF', seq: 1, commandId: 'c1', hash: 'h1', prevHash: '', schema: 1, events: [] } as unknown as Commit;

let server: GuardedMongo;
let admin: MongoConnection;
let app: MongoConnection;

/** How a server answers: 'done', or the code of its refusal. 13 is "not authorized". */
const answerOf = (work: Promise<unknown> | undefined): Promise<unknown> =>
  (work ?? Promise.reject(new Error('no connection'))).then(
    () => 'done',
    (error: unknown) => (error as { code?: number }).code,
  );

beforeAll(async () => {
  server = await startGuardedMongo();
  admin = await connectMongo(server.adminUri);
  await setUpDatabase(admin);
  const user = userIn(server.uriFor(APP));
  if (!user) throw new Error('the address names no user');
  await ensureApplicationUser(admin, { ...user, password: 'an earlier one' });
  await ensureApplicationUser(admin, user);
  app = await connectMongo(server.uriFor(APP));
}, 60_000);
afterAll(async () => {
  await app.close();
  await admin.close();
  await server.stop();
});

describe('given the user that the set-up made for the application', () => {
  it('then the engine works with it: it records, seals, replaces and destroys a key', async () => {
    const { commits, tasks, vault } = createRepositories(app, passingKeys());
    expect(await commits.insert(commit)).toBe('inserted');
    await tasks.raise({ id: 't', kind: 'CASE_HELD', ref: 'ABCD-EF', detail: 'synthetic', now: 1 });
    const sealed = await vault.put({ ref: 'ABCD-EF', field: 'risks', text: 'Synthetic.', commandId: 'c1', now: 1 });
    expect([await vault.get('ABCD-EF', sealed), (await commits.list('ABCD-EF')).length]).toEqual(['Synthetic.', 1]);
    expect(await answerOf(app.keys.collection('case_keys').deleteOne({ _id: 'ABCD-EF' as never }))).toBe('done');
  });
  it('then it drops, renames and makes nothing, and makes no user', async () => {
    const { main } = app;
    const answers = [
      await answerOf(main.collection('commits').drop()),
      await answerOf(main.db?.dropDatabase()),
      await answerOf(main.collection('commits').createIndex({ at: 1 }, {}, {})),
      await answerOf(main.db?.command({ collMod: 'commits', validator: {} })),
      await answerOf(main.db?.command({ createUser: 'intruder', pwd: 'x', roles: [] })),
    ];
    expect(answers).toEqual([13, 13, 13, 13, 13]);
  });
  it('then nobody gets in without a user', async () => {
    const nobody = await connectMongo(server.uriFor());
    expect(await answerOf(nobody.main.collection('commits').findOne({}))).toBe(13);
    await nobody.close();
  });
  it('then the role that the server keeps is the one that the table of collections gives', async () => {
    const found = await admin.main.getClient().db('admin').command({ rolesInfo: 'marmApplication', showPrivileges: true });
    const [role] = found['roles'] as readonly { privileges: readonly { resource: object; actions: readonly string[] }[] }[];
    const sorted = (all: readonly { resource: object; actions: readonly string[] }[]) =>
      all.map(({ resource, actions }) => JSON.stringify([resource, [...actions].sort()])).sort();
    expect(sorted(role?.privileges ?? [])).toEqual(sorted(applicationPrivileges('marm', 'marm_keys')));
  });
});

describe('given a user with the insert-only half of the role', () => {
  // The fallback database judges by database and not by collection: there, only this half can be seen at work by itself.
  let reader: MongoConnection;
  beforeAll(async () => {
    const half = applicationPrivileges('marm', 'marm_keys').filter(({ resource }) => isInsertOnly(resource.collection ?? ''));
    const database = admin.main.getClient().db('admin');
    await database.command({ createRole: 'half', privileges: half, roles: [] });
    await database.command({ createUser: 'half', pwd: 'half', roles: [{ role: 'half', db: 'admin' }] });
    reader = await connectMongo(server.uriFor({ name: 'half', password: 'half' }));
  });
  afterAll(() => reader.close());

  it('then it adds and reads, and can neither change nor remove an entry', async () => {
    const commits = reader.main.collection('commits');
    const answers = [
      await answerOf(commits.insertOne({ _id: 'ABCD-EF:2' as never, ref: 'ABCD-EF', seq: 2 })),
      await answerOf(commits.findOne({})),
      await answerOf(commits.updateOne({}, { $set: { at: 0 } })),
      await answerOf(commits.replaceOne({}, { at: 0 })),
      await answerOf(commits.findOneAndUpdate({}, { $set: { at: 0 } })),
      await answerOf(commits.deleteOne({})),
    ];
    expect(answers).toEqual(['done', 'done', 13, 13, 13, 13]);
  });
});

describe('given production', () => {
  it('when the engine is connected as the administrator, then it does not start', async () => {
    await expect(checkOwnPrivileges(admin)).rejects.toThrow(/^Setting MONGODB_URI: /);
  });
  it('when it is connected as its own user, then it starts where the server enforces the role, and only there', async () => {
    const check = checkOwnPrivileges(app).then(
      () => 'starts',
      (error: unknown) => (error as Error).message,
    );
    expect(await check).toMatch(server.kind === 'mongod' ? /^starts$/ : /the server does not tell what this user may do/);
    const change = await answerOf(app.main.collection('commits').updateOne({}, { $set: { at: 0 } }));
    expect(change).toBe(server.kind === 'mongod' ? 13 : 'done');
  });
});
