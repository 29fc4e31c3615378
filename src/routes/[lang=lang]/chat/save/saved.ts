/** A file that goes with her and stays nowhere else. */
export function saved(body: BodyInit, type: string, name: string): Response {
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store',
		},
	});
}

/** Made as it is read: she may have sent fifty pages. */
export function streamOf(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
	return new ReadableStream({
		async pull(stream) {
			const { done, value } = await parts.next();
			if (done) stream.close();
			else stream.enqueue(value);
		},
	});
}
