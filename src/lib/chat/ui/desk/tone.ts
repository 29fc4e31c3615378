/** Two soft notes, made in the browser. Before the first press on the page browsers allow no sound. */
let sound: AudioContext | undefined;

export function ring(): void {
	if (!navigator.userActivation?.hasBeenActive) return;
	try {
		sound ??= new AudioContext();
		void sound.resume();
		note(sound, 523.25, 0);
		note(sound, 659.25, 0.16);
	} catch {
		// A machine without sound still shows who waits.
	}
}

function note(context: AudioContext, frequency: number, after: number): void {
	const at = context.currentTime + after;
	const volume = context.createGain();
	volume.gain.setValueAtTime(0, at);
	volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
	volume.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
	const tone = context.createOscillator();
	tone.frequency.value = frequency;
	tone.connect(volume).connect(context.destination);
	tone.start(at);
	tone.stop(at + 0.55);
}
