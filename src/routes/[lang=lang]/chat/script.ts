import { startChat } from '#lib/chat/ui/visitor/start.ts';
import { urgentNeed } from '#lib/search/index.ts';

/** The module that the chat page loads: the chat, and from search what cannot wait. Built by vite.client.config.ts. */
startChat(urgentNeed);
