import 'server-only';
import {
  type Answer,
  bodyOf,
  type Call,
  created,
  ok,
  param,
  requireContact,
  requireOwnLocation,
} from './call';
import type { TaskRecord } from './crm-state';
import { FieldCheck } from './fields';
import { notFound, unprocessable } from './refusal';

const defaultSearchLimit = 25;

export function listTasks(call: Call): Answer {
  const contact = requireContact(call, param(call, 'contactId'));
  return ok({ tasks: call.location.crm.tasksOf(contact.id).map(taskView) });
}

export function getTask(call: Call): Answer {
  return ok({ task: taskView(requireTask(call)) });
}

/** title, dueDate and completed are required (DOC). */
export function postTask(call: Call): Answer {
  const { location } = call;
  const contact = requireContact(call, param(call, 'contactId'));
  const fields = readTask(call, ['title', 'dueDate', 'completed']);
  const task: TaskRecord = {
    id: location.newId(),
    contactId: contact.id,
    locationId: location.id,
    title: '',
    dueDate: location.now(),
    completed: false,
    dateAdded: location.now(),
    ...fields,
  };
  location.crm.addTask(task);
  location.events.emit({ kind: 'task', change: 'Create', task });
  return created({ task: taskView(task) });
}

export function putTask(call: Call): Answer {
  return changed(call, readTask(call, []));
}

export function putTaskCompleted(call: Call): Answer {
  return changed(call, { completed: readTask(call, ['completed']).completed });
}

export function deleteTask(call: Call): Answer {
  const task = requireTask(call);
  call.location.crm.removeTask(task);
  call.location.events.emit({ kind: 'task', change: 'Delete', task });
  return ok({ succeded: true });
}

/** All tasks of a location, soonest first. The form of one is a GUESS: the document shows a list of lists. */
export function searchTasks(call: Call): Answer {
  requireOwnLocation(call, param(call, 'locationId'));
  const check = new FieldCheck(bodyOf(call));
  const contactIds = check.texts('contactId');
  const owners = check.texts('assignedTo');
  const completed = check.boolean('completed');
  const words = check.text('query')?.toLowerCase();
  const limit = check.number('limit') ?? defaultSearchLimit;
  const skip = check.number('skip') ?? 0;
  if (limit < 1) check.messages.push('limit must not be less than 1');
  if (skip < 0) check.messages.push('skip must not be less than 0');
  if (check.messages.length > 0) throw unprocessable(check.messages);
  const found = call.location.crm
    .allTasks()
    .filter(
      (task) =>
        (!contactIds?.length || contactIds.includes(task.contactId)) &&
        (!owners?.length || owners.includes(task.assignedTo ?? '')) &&
        (completed === undefined || task.completed === completed) &&
        (!words || `${task.title} ${task.body ?? ''}`.toLowerCase().includes(words)),
    )
    .sort((a, b) => a.dueDate - b.dueDate || (a.id < b.id ? -1 : 1));
  return ok({ tasks: found.slice(skip, skip + limit).map(taskView) });
}

function changed(call: Call, fields: Partial<TaskRecord>): Answer {
  const task = requireTask(call);
  const isCompleted = fields.completed === true && !task.completed;
  Object.assign(task, fields);
  if (isCompleted) call.location.events.emit({ kind: 'task', change: 'Complete', task });
  return ok({ task: taskView(task) });
}

function requireTask(call: Call): TaskRecord {
  const contact = requireContact(call, param(call, 'contactId'));
  const id = param(call, 'taskId');
  const task = call.location.crm.tasksOf(contact.id).find((candidate) => candidate.id === id);
  if (!task) throw notFound(`Task with id ${id} not found`);
  return task;
}

/** Only the fields the body carries; null takes the owner away. */
function readTask(call: Call, required: ('title' | 'dueDate' | 'completed')[]): Partial<TaskRecord> {
  const body = bodyOf(call);
  const check = new FieldCheck(body);
  const due = check.text('dueDate', required.includes('dueDate'));
  if (due !== undefined && Number.isNaN(Date.parse(due))) {
    check.messages.push('dueDate must be a valid ISO 8601 date string');
  }
  const read: Partial<TaskRecord> = {
    title: check.text('title', required.includes('title')),
    body: check.text('body'),
    assignedTo: check.text('assignedTo'),
    dueDate: due === undefined ? undefined : Date.parse(due),
    completed: check.boolean('completed'),
  };
  if (required.includes('completed') && read.completed === undefined) {
    check.messages.push('completed must be a boolean value');
  }
  if (check.messages.length > 0) throw unprocessable([...new Set(check.messages)]);
  const given = Object.entries(read).filter(([field, value]) => value !== undefined || body[field] === null);
  return Object.fromEntries(given.filter(([field]) => field === 'assignedTo' || body[field] !== null));
}

function taskView(task: TaskRecord): Record<string, unknown> {
  return {
    id: task.id,
    title: task.title,
    body: task.body,
    assignedTo: task.assignedTo,
    dueDate: new Date(task.dueDate).toISOString(),
    completed: task.completed,
    contactId: task.contactId,
  };
}
