import { endWithParent } from './end-with-parent.mjs';

// For `node --import`, into servers whose own code knows nothing of the command that started them.
endWithParent();
