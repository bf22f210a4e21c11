'use strict';
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('peer', {
  begin: () => ipcRenderer.invoke('begin'),
  save: (answer) => ipcRenderer.invoke('save', answer),
});
