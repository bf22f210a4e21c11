'use strict';
const { ipcRenderer } = require('electron');

// The same sign as Matu's: two frames after the page stands in the document.
addEventListener('DOMContentLoaded', () => {
  requestAnimationFrame(() => requestAnimationFrame(() => void ipcRenderer.invoke('painted')));
});
