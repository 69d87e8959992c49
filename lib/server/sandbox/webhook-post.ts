import 'server-only';
import { type KeyObject, sign } from 'node:crypto';

const timeoutMs = 10_000;

/** One event on its way: the bytes stay the same through all attempts, and so does its webhookId. */
export type Parcel = {
  webhookId: string;
  type: string;
  locationId: string | null;
  url: string;
  event: Record<string, unknown>;
  bytes: Buffer;
  isBadlySigned: boolean;
  attempt: number;
};

type PostResult = { status: number | null; error: string | null };

/** Posts once. The signature is base64 Ed25519 over the raw body (CONTRACT 3.1). */
export async function postParcel(parcel: Parcel, key: KeyObject, closing: AbortSignal): Promise<PostResult> {
  const signature = sign(null, parcel.bytes, key);
  if (parcel.isBadlySigned) signature[0] = (signature[0] ?? 0) ^ 0xff;
  try {
    const response = await fetch(parcel.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'ghl-sandbox-webhooks',
        'x-ghl-signature': signature.toString('base64'),
      },
      body: parcel.bytes.toString('utf8'),
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return { status: response.status, error: null };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: null, error: cause instanceof Error ? cause.message : String(cause) };
  }
}
