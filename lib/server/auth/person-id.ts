import 'server-only';
import { randomBytes } from 'node:crypto';

export function newPersonId(): string {
  return randomBytes(12).toString('base64url');
}
