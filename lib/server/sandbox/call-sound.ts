import 'server-only';
import type { Sentence } from './call-script';

/** The telephone's own rate; 8 bits, one channel: 8 kB a second. */
const sampleRate = 8_000;
const headerBytes = 44;
/** Silence of unsigned 8-bit sound. */
const silence = 128;
const syllableSamples = 1_600;
/** Two soft voices, each of a few tones, so that one hears who speaks. */
const voices: Record<1 | 2, readonly number[]> = { 1: [196, 220, 208, 185], 2: [131, 147, 123, 139] };

/** A playable WAV of exactly so many seconds, in which a tone is heard wherever a sentence is spoken. */
export function drawCallSound(seconds: number, sentences: readonly Sentence[]): Buffer {
  const samples = Math.round(seconds * sampleRate);
  // A chunk of odd length is padded by one byte that its size does not count.
  const wav = Buffer.alloc(headerBytes + samples + (samples % 2), silence);
  writeHeader(wav, samples);
  const sound = wav.subarray(headerBytes, headerBytes + samples);
  for (const [i, { channel, startMs, endMs }] of sentences.entries()) {
    const end = Math.min(samples, Math.round((endMs * sampleRate) / 1000));
    let at = Math.round((startMs * sampleRate) / 1000);
    for (let syllable = i; at < end; syllable += 1) {
      const tones = syllables[channel];
      const tone = tones[syllable % tones.length];
      tone?.copy(sound, at, 0, Math.min(syllableSamples, end - at));
      at += syllableSamples;
    }
  }
  return wav;
}

const syllables: Record<1 | 2, Buffer[]> = { 1: voices[1].map(drawSyllable), 2: voices[2].map(drawSyllable) };

/** It swells and fades, so that nothing clicks where two meet. */
function drawSyllable(hertz: number): Buffer {
  const syllable = Buffer.alloc(syllableSamples);
  for (let i = 0; i < syllableSamples; i += 1) {
    const loudness = Math.sin((Math.PI * i) / syllableSamples) ** 2 * 46;
    const turn = (2 * Math.PI * hertz * i) / sampleRate;
    syllable[i] = Math.round(silence + loudness * (Math.sin(turn) * 0.7 + Math.sin(turn * 2) * 0.3));
  }
  return syllable;
}

function writeHeader(wav: Buffer, samples: number): void {
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  // PCM, one channel; bytes a second, bytes a frame, bits a sample.
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(samples, 40);
}
