import { expect, it } from 'vitest';
import { commandIds } from '@/lib/client/shortcuts/commands';
import { helpGroups } from './help-groups';

const labels = (role: 'admin' | 'viewer') =>
  helpGroups({ role, grants: [] }).flatMap(({ lines }) => lines.map(({ label }) => label));

it('shows an admin every command, the nine views as one', () => {
  expect(labels('admin')).toHaveLength(commandIds.length - 8);
});

it('shows nobody what they may not do', () => {
  expect(labels('admin')).toContain('Delete');
  expect(labels('viewer')).not.toContain('Delete');
  expect(labels('viewer')).not.toContain('Done');
  expect(labels('viewer')).toContain('Next conversation');
});
