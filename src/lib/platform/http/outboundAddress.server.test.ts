import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from './outboundAddress.server.ts';

test.each([
	['this network', '0.0.0.0'],
	['private', '10.1.2.3'],
	['private', '172.16.0.1'],
	['private', '172.31.255.255'],
	['private', '192.168.1.1'],
	['shared by a provider', '100.64.0.1'],
	['metadata in a shared net', '100.100.100.200'],
	['loopback', '127.0.0.1'],
	['loopback', '127.255.255.254'],
	['metadata', '169.254.169.254'],
	['metadata', '168.63.129.16'],
	['protocol assignments', '192.0.0.192'],
	['documentation', '203.0.113.9'],
	['benchmarks', '198.18.0.1'],
	['multicast', '224.0.0.1'],
	['reserved', '240.0.0.1'],
	['broadcast', '255.255.255.255'],
	['unspecified', '::'],
	['loopback', '::1'],
	['mapped private', '::ffff:10.0.0.1'],
	['mapped loopback', '::ffff:7f00:1'],
	['compatible loopback', '::127.0.0.1'],
	['translated', '64:ff9b::7f00:1'],
	['local translated', '64:ff9b:1::a00:1'],
	['unique local', 'fd00:ec2::254'],
	['unique local', 'fc00::1'],
	['link-local', 'fe80::1'],
	['link-local with a zone', 'fe80::1%eth0'],
	['site-local', 'fec0::1'],
	['multicast', 'ff02::1'],
	['Teredo', '2001:0:7f00:1::'],
	['6to4 of loopback', '2002:7f00:1::'],
	['documentation', '2001:db8::1'],
	['no address at all', 'localhost'],
	['no address at all', ''],
])('not public: %s (%s)', (_kind, address) => {
	expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '193.166.3.2', '172.32.0.1', '100.128.0.1', '2a00:1450:400f:80d::200e', '2600:1901:0:38d7::'])(
	'public: %s',
	(address) => {
		expect(isPublicAddress(address)).toBe(true);
	},
);

test('no IPv4 address becomes public by being written as IPv6', () => {
	const byte = fc.integer({ min: 0, max: 255 });
	fc.assert(
		fc.property(fc.tuple(byte, byte, byte, byte), ([a, b, c, d]) => {
			const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
			const written = [`::ffff:${a}.${b}.${c}.${d}`, `::${hex}`, `64:ff9b::${hex}`, `2002:${hex}::`];
			expect(written.map(isPublicAddress)).toEqual([false, false, false, false]);
		}),
	);
});
