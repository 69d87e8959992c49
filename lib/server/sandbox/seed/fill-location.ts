import 'server-only';
import type { LocationState } from '@/lib/server/sandbox/location-state';
import { createPrng } from '@/lib/server/sandbox/prng';
import type { LocationProfile } from '@/lib/server/sandbox/records';
import { bridalTopics } from './bridal-topics';
import { addBulk } from './bulk';
import { addCrm } from './crm';
import { dentalTopics } from './dental-topics';
import { harborThreads } from './harbor-threads';
import { longThread } from './long-thread';
import { channelThreads } from './northloom-channels';
import { frontThreads } from './northloom-front';
import { recentThreads } from './northloom-recent';
import { stateThreads } from './northloom-states';
import { worldThreads } from './northloom-world';
import { seedPreferences } from './preferences';
import { harbor, northloom, staff } from './profiles';
import type { SeedThread } from './seed-thread';
import { writeThread } from './thread-writer';
import { topicThreads } from './topic-threads';

export type Recipe = {
  name?: string;
  seed: number;
  preset: 'demo' | 'dental' | 'empty';
  /** How many there shall be in all: what the preset lacks is generated. */
  conversations?: number;
  messages?: number;
  /** So many more conversations that all have one and the same lastMessageDate. */
  sameTimestamp?: number;
};

export function profileOf(recipe: Recipe): LocationProfile {
  const profile = recipe.preset === 'dental' ? harbor : northloom;
  return recipe.name === undefined ? profile : { ...profile, name: recipe.name };
}

export function fillLocation(location: LocationState, recipe: Recipe, baseUrl: string): void {
  location.users.push(...staff.map((user) => ({ ...user })));
  const writing = { location, baseUrl, now: location.now() };
  for (const thread of threadsOf(recipe)) writeThread(writing, thread);
  addBulk(writing, recipe);
  addCrm(location, recipe.preset);
  seedPreferences(location, recipe.preset, writing.now);
}

function threadsOf(recipe: Recipe): SeedThread[] {
  const random = createPrng(`texts:${recipe.preset}:${recipe.seed}`);
  if (recipe.preset === 'demo') {
    return [
      ...frontThreads,
      ...recentThreads,
      ...worldThreads,
      ...channelThreads,
      ...stateThreads,
      longThread(random, 600),
      ...topicThreads(random, bridalTopics, 22, 104),
    ];
  }
  if (recipe.preset === 'dental') {
    return [...harborThreads, ...topicThreads(random, dentalTopics, 51, 200)];
  }
  return [];
}
