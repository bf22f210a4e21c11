/** Tells when the headset may have been taken out. A kiosk with a real sensor in its jack puts that behind this. */
export interface HeadsetSensor {
  /** @returns what ends the listening */
  readonly onChange: (listener: () => void) => () => void;
}

/** What Chromium notices: an audio device came or went. It does not tell which, so that the person is asked again. */
export const deviceSensor: HeadsetSensor = {
  onChange(listener) {
    const { mediaDevices } = navigator;
    mediaDevices.addEventListener('devicechange', listener);
    return () => mediaDevices.removeEventListener('devicechange', listener);
  },
};
