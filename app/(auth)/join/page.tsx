import type { Metadata } from 'next';
import { JoinScreen } from './join-screen';

export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' };

/** Who holds the link is known by its fragment alone, which only the browser sees. */
export default function JoinPage() {
  return <JoinScreen />;
}
