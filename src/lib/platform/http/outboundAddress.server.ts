import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * True for addresses of the open internet. Of IPv6 only what is handed out to the public is let through, so that mapped,
 * translated, local and future kinds stay outside without being named.
 */
export function isPublicAddress(address: string): boolean {
	if (isIPv4(address)) return !CLOSED.check(address);
	return isIPv6(address) && !address.includes('%') && OPEN.check(address, 'ipv6') && !CLOSED.check(address, 'ipv6');
}

const OPEN = new BlockList();
OPEN.addSubnet('2000::', 3, 'ipv6');

const CLOSED = new BlockList();
for (const [net, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10], // shared by the customers of a provider; clouds keep services there
	['127.0.0.0', 8],
	['168.63.129.16', 32], // the host's own services in one large cloud
	['169.254.0.0', 16], // link-local: metadata of most clouds
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
] as const) {
	CLOSED.addSubnet(net, bits);
}
for (const [net, bits] of [
	['2001::', 23], // Teredo and other tunnels that carry an IPv4 address
	['2001:db8::', 32],
	['2002::', 16], // 6to4, the same
	['3fff::', 20],
] as const) {
	CLOSED.addSubnet(net, bits, 'ipv6');
}
