import { describe, expect, it } from 'vitest';
import { isPathOf, signedUploadSchema } from './signed-upload';

const place = { locationId: 'loc1', conversationId: 'conv1' };

describe('the path of a large file', () => {
  it.each(['location/loc1/conversations/conv1/u.mp4', 'conversations-assets/u.mp4', 'locations/loc1/u.mp4'])(
    '%s may be of this conversation',
    (path) => {
      expect(isPathOf(path, place)).toBe(true);
    },
  );

  it.each(['location/loc2/conversations/conv1/u.mp4', 'x/location/loc1/conversations/conv2/u.mp4'])(
    '%s is of another',
    (path) => {
      expect(isPathOf(path, place)).toBe(false);
    },
  );

  it.each(['../u.mp4', 'a/../u.mp4', '/etc/passwd', 'a//b', 'https://x.test/a', 'a/b?c', ''])(
    '%j is none',
    (filePath) => {
      const body = { conversationId: 'c1', uploadId: 'u1', name: 'u.mp4', filePath };
      expect(signedUploadSchema.safeParse(body).success).toBe(false);
    },
  );
});
