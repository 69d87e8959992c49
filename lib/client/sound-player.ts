import { useSyncExternalStore } from 'react';
import { apiErrorFrom } from './api';

export type Sound = {
  state: 'idle' | 'loading' | 'playing' | 'paused' | 'failed';
  timeMs: number;
  /** Null until the sound has been reached. */
  durationMs: number | null;
  /** Why it cannot be heard, for people. */
  problem: string | null;
};

export const speeds: readonly number[] = [1, 1.5, 2];

const atRest: Sound = { state: 'idle', timeMs: 0, durationMs: null, problem: null };

/**
 * One player for the tab, outside of the rows of a thread: rows that leave the view do not exist, and what is heard
 * goes on. Each sound is known by its address and keeps its place.
 */
const sounds = new Map<string, Sound>();
const listeners = new Set<() => void>();
let player: HTMLAudioElement | null = null;
let currentSrc: string | null = null;
let speed = 1;
/** A video or another player of the page that was started last. */
let otherPlayer: HTMLMediaElement | null = null;

export function useSound(src: string): Sound {
  const read = () => sounds.get(src) ?? atRest;
  return useSyncExternalStore(subscribe, read, read);
}

export function useSpeed(): number {
  const read = () => speed;
  return useSyncExternalStore(subscribe, read, read);
}

/** Loads it at the first time, and silences whatever else is heard. */
export function playSound(src: string): void {
  const audio = thePlayer();
  const sound = sounds.get(src) ?? atRest;
  otherPlayer?.pause();
  if (currentSrc !== src || sound.state === 'failed') {
    leaveCurrent();
    currentSrc = src;
    audio.src = src;
    audio.currentTime = sound.timeMs / 1000;
  }
  audio.playbackRate = speed;
  change(src, { state: 'loading', problem: null });
  // What keeps it from playing comes as an `error` event; a pause in between is no error.
  void audio.play().catch(() => {});
}

export function pauseSound(): void {
  player?.pause();
  // What is still on its way has nothing to pause, and says nothing about it.
  if (currentSrc !== null && sounds.get(currentSrc)?.state === 'loading') changeCurrent({ state: 'paused' });
}

/** Before anything is loaded it only remembers the place. */
export function seekSound(src: string, timeMs: number): void {
  if (currentSrc === src && player) player.currentTime = timeMs / 1000;
  change(src, { timeMs });
}

export function setSpeed(next: number): void {
  speed = next;
  if (player) player.playbackRate = next;
  for (const listener of listeners) listener();
}

/** Silence, and nothing is kept: the thread was left. */
export function dropSounds(): void {
  leaveCurrent();
  player?.removeAttribute('src');
  player?.load();
  sounds.clear();
  for (const listener of listeners) listener();
}

/** For players of their own, videos for one: only one thing is heard at a time. */
export function otherPlays(element: HTMLMediaElement): void {
  pauseSound();
  if (otherPlayer !== element) otherPlayer?.pause();
  otherPlayer = element;
}

function leaveCurrent(): void {
  player?.pause();
  if (currentSrc !== null) change(currentSrc, { state: 'idle' });
  currentSrc = null;
}

function thePlayer(): HTMLAudioElement {
  if (player) return player;
  const audio = new Audio();
  player = audio;
  audio.preload = 'auto';
  audio.addEventListener('durationchange', () => {
    if (Number.isFinite(audio.duration)) changeCurrent({ durationMs: audio.duration * 1000 });
  });
  for (const name of ['timeupdate', 'seeked'])
    audio.addEventListener(name, () => {
      // Of nothing: the place before the sound was there is not its own.
      if (audio.readyState > 0) changeCurrent({ timeMs: audio.currentTime * 1000 });
    });
  audio.addEventListener('playing', () => changeCurrent({ state: 'playing' }));
  audio.addEventListener('waiting', () => !audio.paused && changeCurrent({ state: 'loading' }));
  audio.addEventListener('pause', () => audio.readyState > 0 && changeCurrent({ state: 'paused' }));
  audio.addEventListener('ended', () => changeCurrent({ state: 'paused', timeMs: 0 }));
  audio.addEventListener('error', () => {
    const src = currentSrc;
    if (src === null || !audio.getAttribute('src')) return;
    void problemOf(src).then((problem) => {
      if (currentSrc === src) change(src, { state: 'failed', problem });
    });
  });
  return audio;
}

/** A player says only that it failed: the server says why. */
async function problemOf(src: string): Promise<string> {
  try {
    const answer = await fetch(src, { headers: { range: 'bytes=0-0' }, cache: 'no-store' });
    if (!answer.ok) return apiErrorFrom(await answer.json().catch(() => null), answer.status).message;
    await answer.body?.cancel();
    return 'This browser cannot play it. Download it instead.';
  } catch {
    return 'Parley cannot be reached. Check the network, then try again.';
  }
}

function changeCurrent(news: Partial<Sound>): void {
  if (currentSrc !== null) change(currentSrc, news);
}

function change(src: string, news: Partial<Sound>): void {
  sounds.set(src, { ...(sounds.get(src) ?? atRest), ...news });
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
