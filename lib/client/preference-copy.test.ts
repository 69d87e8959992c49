import { describe, expect, it } from 'vitest';
import { defaultSettings } from '@/lib/shared/contract/person-settings';
import { noCopy, parseCopy, settingsNow, withChange, withSaved, withServerSettings } from './preference-copy';

const saved = (revision: number, change: Partial<typeof defaultSettings> = {}) => ({
  settings: { ...defaultSettings, ...change },
  revision,
});
const copyOf = (revision: number, change: Partial<typeof defaultSettings> = {}) =>
  withServerSettings(noCopy, 'ana', saved(revision, change));

describe('the settings of a person in this browser', () => {
  it('are the server’s, with what was changed here on top', () => {
    const copy = withChange(copyOf(3, { density: 'compact' }), { theme: 'dark' });
    expect(settingsNow(copy)).toEqual({ ...defaultSettings, density: 'compact', theme: 'dark' });
  });

  it('take no older answer of the server than the one they know', () => {
    const copy = withServerSettings(copyOf(3, { theme: 'dark' }), 'ana', saved(2, { theme: 'light' }));
    expect(settingsNow(copy).theme).toBe('dark');
  });

  it('keep what is not saved when a page brings the server’s', () => {
    const copy = withServerSettings(withChange(copyOf(1), { afterDone: 'list' }), 'ana', saved(2));
    expect(settingsNow(copy).afterDone).toBe('list');
  });

  it('leave nothing behind for the next person', () => {
    const copy = withServerSettings(withChange(copyOf(9), { theme: 'dark' }), 'ben', saved(0));
    expect(settingsNow(copy)).toEqual(defaultSettings);
    expect(copy).toMatchObject({ personId: 'ben', unsaved: {} });
  });
});

describe('a change that the server took', () => {
  it('is not sent again', () => {
    const copy = withChange(copyOf(1), { theme: 'dark' });
    expect(withSaved(copy, { theme: 'dark' }, saved(2, { theme: 'dark' })).unsaved).toEqual({});
  });

  it('leaves one that was made meanwhile', () => {
    const copy = withChange(withChange(copyOf(1), { theme: 'dark' }), { theme: 'light', hasSounds: true });
    const after = withSaved(copy, { theme: 'dark' }, saved(2, { theme: 'dark' }));
    expect(after.unsaved).toEqual({ theme: 'light', hasSounds: true });
    expect(settingsNow(after).theme).toBe('light');
  });
});

describe('a stored copy', () => {
  it('comes back as it was', () => {
    const copy = withChange(copyOf(4, { undoSeconds: 30 }), { enterKey: 'send' });
    expect(parseCopy(JSON.stringify(copy))).toEqual(copy);
  });

  it.each([null, '', '{', '[]', '{"personId":1}', '{"personId":"a","saved":{},"unsaved":{}}'])(
    'that is none is dropped: %s',
    (text) => {
      expect(parseCopy(text)).toBeNull();
    },
  );

  it('with a value that is not known any more has the one everybody starts with', () => {
    const text = JSON.stringify({
      personId: 'ana',
      saved: { settings: { ...defaultSettings, density: 'huge', theme: 'dark' }, revision: 1 },
      unsaved: {},
    });
    const copy = parseCopy(text);
    expect(copy && settingsNow(copy)).toEqual({ ...defaultSettings, theme: 'dark' });
  });
});
