/** A page drawn on a canvas, turned by quarters: it takes up the place that it shows. */
export type Quarter = 0 | 1 | 2 | 3;

export const ZOOMS: readonly number[] = [50, 75, 100, 150, 200, 300];

export function turned(quarter: Quarter): Quarter {
	return ((quarter + 1) % 4) as Quarter; // a remainder of four
}

export function drawTurned(canvas: HTMLCanvasElement, bitmap: ImageBitmap, quarter: Quarter): void {
	const isSideways = quarter % 2 === 1;
	canvas.width = isSideways ? bitmap.height : bitmap.width;
	canvas.height = isSideways ? bitmap.width : bitmap.height;
	const pen = canvas.getContext('2d');
	pen?.translate(canvas.width / 2, canvas.height / 2);
	pen?.rotate((quarter * Math.PI) / 2);
	pen?.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2);
}

/** The next step of the zoom in a direction; the same at either end. */
export function zoomed(zoom: number, direction: 1 | -1): number {
	const at = ZOOMS.indexOf(zoom);
	return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + direction))] ?? zoom;
}
