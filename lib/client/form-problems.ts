import { ApiError } from '@/lib/client/api';

/** What is wrong with a form, by field; `form` is what belongs to none of them. */
export type Problems<Field extends string> = Partial<Record<Field | 'form', string>>;

type Issue = { path: readonly PropertyKey[]; message: string };

/** The first problem of each field, as the schema that the server uses words it. */
export function problemsOf<Field extends string>(
  issues: readonly Issue[],
  fields: readonly Field[],
): Problems<Field> {
  const problems: Problems<Field> = {};
  for (const { path, message } of issues) {
    const field = fields.find((name) => name === path[0]) ?? 'form';
    problems[field] ??= message;
  }
  return problems;
}

/** Where a refusal belongs: the field that it names, else the field whose name stands in its words. */
export function problemsOfError<Field extends string>(
  error: Error,
  fields: readonly Field[],
): Problems<Field> {
  const named = error instanceof ApiError ? fields.find((field) => field === error.field) : undefined;
  const spoken =
    error instanceof ApiError && error.code === 'ghl_rejected'
      ? fields.find((field) => asSpoken(field).test(error.message))
      : undefined;
  const problems: Problems<Field> = {};
  problems[named ?? spoken ?? 'form'] = error.message;
  return problems;
}

/** GHL writes `legal_reason` and "legal reason" for what is `legalReason` here. */
function asSpoken(field: string): RegExp {
  return new RegExp(`\\b${field.replace(/(?=[A-Z])/g, '[_ ]?')}\\b`, 'i');
}
