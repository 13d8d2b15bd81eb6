import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { INSERT_ONLY, isInsertOnly } from '../../../persistence/collections';
import { modelsOf } from '../../../persistence/models';
import { userIn } from '../../../persistence';
import { excessOf } from '../../../persistence/users/privilegeCheck';
import { applicationPrivileges } from '../../../persistence/users/role';
import type { Privilege } from '../../../persistence/users/role';

const privileges = applicationPrivileges('marm', 'marm_keys');
const mayDo = (db: string, collection: string): readonly string[] =>
  privileges.filter((one) => one.resource.db === db && one.resource.collection === collection).flatMap(({ actions }) => actions);

describe('given the role of the application’s database user', () => {
  it.each(['commits', 'checkpoints'])('then it adds to and reads %s, and no more', (name) => {
    expect(INSERT_ONLY).toContain(name);
    expect(mayDo('marm', name)).toEqual(['find', 'insert', 'listIndexes']);
  });
  it.each(['cases', 'notices', 'vault', 'tasks'])('then it reads and writes %s', (name) => {
    expect(mayDo('marm', name)).toEqual(['find', 'insert', 'listIndexes', 'update', 'remove']);
  });
  it('then it destroys keys in the database of keys', () => {
    expect(mayDo('marm_keys', 'case_keys')).toContain('remove');
  });
  it('then it makes and drops nothing and knows nothing of users, in any database', () => {
    const known = ['find', 'insert', 'listIndexes', 'update', 'remove', 'listCollections'];
    expect(privileges.flatMap(({ actions }) => actions).filter((action) => !known.includes(action))).toEqual([]);
    expect(privileges.filter(({ resource }) => resource.db === '' || resource.db === undefined)).toEqual([]);
  });
  it('then it holds nothing too much', () => {
    expect(excessOf(privileges, 'marm')).toEqual([]);
  });
});

describe('given a user who may do more', () => {
  const plus = (resource: Privilege['resource'], ...actions: readonly string[]) => [...privileges, { resource, actions }];
  it.each<readonly [string, readonly Privilege[], string]>([
    ['on the collection', plus({ db: 'marm', collection: 'commits' }, 'update'), 'commits: update'],
    ['on the whole database', plus({ db: 'marm', collection: '' }, 'remove'), 'checkpoints: remove'],
    ['on every database', plus({ db: '', collection: '' }, 'dropCollection'), 'commits: dropCollection'],
    ['on anything', plus({ anyResource: true }, 'anyAction'), 'commits: anyAction'],
    ['with users', plus({ db: 'admin', collection: '' }, 'createUser'), 'users: createUser'],
  ])('%s, then it is told', (_where, all, told) => {
    expect(excessOf(all, 'marm')).toContain(told);
  });
  it('in another database only, then that is no matter of ours', () => {
    expect(excessOf(plus({ db: 'elsewhere', collection: '' }, 'update', 'remove'), 'marm')).toEqual([]);
  });
});

describe('given an address of a database', () => {
  it('then its user is read from it', () => {
    expect(userIn('mongodb://marm:s%40fe@a.example,b.example/?replicaSet=rs0&authSource=people')).toEqual({
      name: 'marm',
      password: 's@fe',
      source: 'people',
    });
    expect(userIn('mongodb://marm:x@a.example/')?.source).toBe('admin');
  });
  it('then one without a user has none', () => {
    expect(userIn('mongodb://127.0.0.1:27017/?directConnection=true')).toBeNull();
  });
});

describe('given the models of insert-only collections', () => {
  const main = mongoose.createConnection();
  const models = modelsOf({ main, keys: main, ping: () => Promise.resolve(), close: () => Promise.resolve() });
  const { commits, checkpoints, cases } = models;

  it.each([
    ['commits', commits],
    ['checkpoints', checkpoints],
  ])('then %s can be added to and read, and nothing else', (_name, model) => {
    expect(Object.keys(model).sort()).toEqual(['distinct', 'find', 'findById', 'findOne', 'insert']);
  });
  it('then every insert-only collection has such a model, and the others are whole', () => {
    const whole = Object.values(models).filter((model) => 'deleteMany' in model);
    const names = whole.map((model) => (model as { collection: { name: string } }).collection.name);
    expect(names.filter(isInsertOnly)).toEqual([]);
    expect(names).toContain(cases.collection.name);
  });
  it('then code that would change one does not compile', () => {
    // @ts-expect-error there is no way to an update
    expect(commits.updateOne).toBeUndefined();
    // @ts-expect-error there is no way to a removal
    expect(checkpoints.deleteMany).toBeUndefined();
  });
});
