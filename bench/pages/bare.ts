import fs from 'node:fs';
import http from 'node:http';

/** The least that answers a page: the same compressed bytes for every request, nothing looked at. */
const [file = ''] = process.argv.slice(2);
const body = fs.readFileSync(file);
const headers = { 'content-type': 'text/html', 'content-encoding': 'br', 'content-length': body.length };

http
	.createServer((_request, response) => {
		response.writeHead(200, headers);
		response.end(body);
	})
	.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('the bare server is ready\n'));
