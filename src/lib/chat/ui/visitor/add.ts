export function add(to: HTMLElement, tag: string, className: string, text: string): HTMLElement {
	const element = document.createElement(tag);
	if (className) element.className = className;
	element.textContent = text;
	to.append(element);
	return element;
}
