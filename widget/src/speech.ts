import type { Entry } from "./talk.js";

/** Reading aloud on the device itself; only with a voice for the language. Voices that send text elsewhere are not used. */
export class Speech {
  speaking: number | null = null;
  private voice: SpeechSynthesisVoice | null = null;
  private language = "nl";

  constructor(private readonly changed: () => void) {
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => this.choose(this.language));
  }

  get possible(): boolean {
    return this.voice !== null;
  }

  choose(language: string): void {
    this.language = language;
    const voices = globalThis.speechSynthesis?.getVoices() ?? [];
    const found = voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language)) ?? null;
    if (found === this.voice) return;
    this.voice = found;
    this.changed();
  }

  read(key: number, text: string): void {
    if (!this.voice) return;
    this.stop();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = this.voice;
    utterance.lang = this.voice.lang;
    utterance.onend = utterance.onerror = () => this.ended(key);
    this.speaking = key;
    speechSynthesis.speak(utterance);
    this.changed();
  }

  /** What came in after the person's last line. */
  readNewest(entries: Entry[]): void {
    const mine = entries.findLastIndex((entry) => entry.from === "person");
    const fresh = entries.slice(mine + 1);
    if (fresh[0]) this.read(fresh[0].key, fresh.map((entry) => entry.text).join(" "));
  }

  stop(): void {
    this.speaking = null;
    globalThis.speechSynthesis?.cancel();
    this.changed();
  }

  private ended(key: number): void {
    if (this.speaking === key) this.speaking = null;
    this.changed();
  }
}
