/** Where the browser keeps whether the panel is open: `open` or `closed`. */
export const contactPanelKey = 'parley.contact-panel';

/** For the document's head: a panel that was closed here is not there at the first paint either. */
export const contactPanelScript = `(function(){try{document.documentElement.dataset.contactPanel=localStorage.getItem('${contactPanelKey}')||'open'}catch(e){}})()`;
