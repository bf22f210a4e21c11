'use strict';
const { fdatasyncSync, openSync, readFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');
const { app, BrowserWindow, ipcMain, Menu, screen } = require('electron');

const DESIGN = { width: 1080, height: 1920 };
const argument = (name) => {
  const place = process.argv.indexOf(name);
  return place === -1 ? null : process.argv[place + 1];
};
const home = argument('--home');
const savesTo = argument('--save-to');

Menu.setApplicationMenu(null);
app.setPath('userData', home);
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
const file = savesTo === null ? null : openSync(savesTo, 'a', 0o600);

ipcMain.handle('begin', () => ({
  questions: JSON.parse(readFileSync(argument('--questions'), 'utf8')),
  saves: file !== null,
}));
ipcMain.handle('save', (_event, answer) => {
  writeSync(file, `${JSON.stringify(answer)}\n`);
  fdatasyncSync(file);
});
app.whenReady().then(() => {
  const area = screen.getPrimaryDisplay().workAreaSize;
  const scale = Math.min(1, area.width / DESIGN.width, area.height / DESIGN.height);
  const window = new BrowserWindow({
    width: Math.round(DESIGN.width * scale),
    height: Math.round(DESIGN.height * scale),
    show: false,
    autoHideMenuBar: true,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(join(__dirname, 'out', 'index.html'));
});
