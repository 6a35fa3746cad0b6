/// <reference types="vite/client" />

/** Read by the style injection of Mantine's scroll lock. */
declare var __webpack_nonce__: string | undefined;
