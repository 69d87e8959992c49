import 'server-only';

/** An answer other than 2xx. The two body families of GHL are both here (CONTRACT 1.12). */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(`Refused with ${status}`);
    this.name = 'Refusal';
    this.status = status;
    this.body = body;
  }
}

export function httpException(status: number, message: string): Refusal {
  return new Refusal(status, { status, message, name: 'HttpException' });
}

export function unauthorized(message: string): Refusal {
  return new Refusal(401, { statusCode: 401, message });
}

export function forbiddenLocation(): Refusal {
  return new Refusal(403, {
    statusCode: 403,
    message: 'The token does not have access to this location.',
    error: 'Forbidden',
  });
}

/** `message` is a string or an array in reality; validation always gives the array (CONTRACT 1.12). */
export function unprocessable(messages: string[]): Refusal {
  return new Refusal(422, { statusCode: 422, error: 'Unprocessable Entity', message: messages });
}

export function cannotRoute(method: string, path: string): Refusal {
  return new Refusal(404, { message: `Cannot ${method} ${path}`, error: 'Not Found', statusCode: 404 });
}

export function notFound(message: string): Refusal {
  return httpException(404, message);
}
