import type { TaskRepository } from '../contract';
import type { Models, TaskDoc } from '../models';

/** Things that a person must do outside a case's clocks; one task per cause. */
export const createTaskRepository = ({ tasks }: Pick<Models, 'tasks'>): TaskRepository => ({
  async raise({ id, kind, ref, detail, now }) {
    await tasks.updateOne({ _id: id }, { $setOnInsert: { kind, ref, detail, raisedAt: now } }, { upsert: true });
  },
  async list() {
    const docs = await tasks.find().sort({ _id: 1 }).lean<TaskDoc[]>();
    return docs.map(({ _id, ...task }) => ({ id: _id, ...task }));
  },
});
