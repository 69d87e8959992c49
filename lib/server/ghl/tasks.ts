import 'server-only';
import { z } from 'zod';
import type { GhlClient, ReadOptions } from './client';
import { GhlShapeError } from './errors';
import { callInfo, checkedId, type OperationName } from './operations';
import { unwrapped, wireFlag, wireId, wireText, wireTime } from './wire';

export type Task = {
  id: string;
  title: string | null;
  body: string | null;
  dueAt: number | null;
  isCompleted: boolean;
  /** A GHL user. */
  assignedTo: string | null;
};

type TaskPlace = { contactId: string; taskId: string };
type TaskFields = { title: string; body?: string; dueAt: number; assignedTo?: string };

const keptMs = 10_000;

const taskWireSchema = z.object({
  id: wireId,
  title: wireText,
  body: wireText,
  dueDate: wireTime,
  completed: wireFlag,
  assignedTo: wireId,
});

/** All tasks of a contact. One without an id is left out, as nobody could change it. */
export function listTasks(ghl: GhlClient, contactId: string, options: ReadOptions = {}): Promise<Task[]> {
  const operation = 'get-all-tasks';
  const id = checkedId(operation, 'contactId', contactId);
  return ghl.reads.read(
    `tasks:${id}`,
    keptMs,
    async (shared) => {
      const { tasks } = await ghl.call(operation, {
        params: { contactId: id },
        schema: z.object({ tasks: z.array(z.unknown()) }),
        ...shared,
      });
      return tasks.flatMap((task) => readTask(task) ?? []);
    },
    options,
  );
}

export async function createTask(ghl: GhlClient, contactId: string, fields: TaskFields): Promise<Task> {
  const operation = 'create-task';
  const body = { ...fieldsBody(operation, fields), completed: false };
  const answer = await written(ghl, operation, { contactId }, body);
  const task = readTask(unwrapped(answer, 'task'));
  if (!task) throw new GhlShapeError(callInfo(operation), { field: 'task' });
  return task;
}

/** Fields that are not given stay as they are. */
export async function updateTask(
  ghl: GhlClient,
  place: TaskPlace,
  fields: Partial<TaskFields>,
): Promise<void> {
  await written(ghl, 'update-task', place, fieldsBody('update-task', fields));
}

export async function completeTask(ghl: GhlClient, place: TaskPlace, isCompleted: boolean): Promise<void> {
  await written(ghl, 'update-task-completed', place, { completed: isCompleted });
}

export async function deleteTask(ghl: GhlClient, place: TaskPlace): Promise<void> {
  await written(ghl, 'delete-task', place, undefined);
}

async function written(
  ghl: GhlClient,
  operation: OperationName,
  params: { contactId: string; taskId?: string },
  body: Record<string, unknown> | undefined,
): Promise<unknown> {
  try {
    return await ghl.call(operation, { params, body, schema: z.unknown() });
  } finally {
    ghl.reads.drop([`tasks:${params.contactId}`]);
  }
}

function fieldsBody(operation: OperationName, fields: Partial<TaskFields>): Record<string, unknown> {
  const { title, body, dueAt, assignedTo } = fields;
  return {
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
    ...(dueAt === undefined ? {} : { dueDate: new Date(dueAt).toISOString() }),
    ...(assignedTo === undefined ? {} : { assignedTo: checkedId(operation, 'userId', assignedTo) }),
  };
}

function readTask(value: unknown): Task | null {
  const { data } = taskWireSchema.safeParse(value);
  if (!data?.id) return null;
  const { id, title, body, dueDate, completed, assignedTo } = data;
  return { id, title, body, dueAt: dueDate, isCompleted: completed, assignedTo };
}
