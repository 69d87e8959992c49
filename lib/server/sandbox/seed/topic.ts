import 'server-only';
import type { Prng } from '@/lib/server/sandbox/prng';

/** A short exchange with gaps. `>` is the contact, `<` the team; `{slot}` is filled from the topic's words. */
export type Topic = { lines: readonly string[]; words?: Record<string, readonly string[]> };

export type TopicSet = {
  topics: readonly Topic[];
  words: Record<string, readonly string[]>;
  tags: readonly string[];
  files: readonly string[];
};

export type SpokenLine = { isTheirs: boolean; text: string };

/** One slot keeps one word through an exchange, so that the answer fits the question. */
export function speak(random: Prng, set: TopicSet, topic: Topic): SpokenLine[] {
  const chosen = new Map<string, string>();
  return topic.lines.map((line) => {
    const text = line
      .slice(1)
      .trim()
      .replace(/\{(\w+)\}/g, (_, slot: string) => {
        const known = chosen.get(slot);
        if (known !== undefined) return known;
        const word = random.pick(topic.words?.[slot] ?? set.words[slot] ?? [slot]);
        chosen.set(slot, word);
        return word;
      });
    return { isTheirs: line.startsWith('>'), text };
  });
}
