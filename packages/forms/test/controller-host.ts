import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The least that a controller asks of its element. */
export interface ControllerHost extends ReactiveControllerHost {
  /** how often a controller asked to be shown anew */
  updates: number;
  connect: () => void;
  disconnect: () => void;
}

export function controllerHost(): ControllerHost {
  const controllers = new Set<ReactiveController>();
  return {
    updates: 0,
    updateComplete: Promise.resolve(true),
    addController: (controller) => void controllers.add(controller),
    removeController: (controller) => void controllers.delete(controller),
    requestUpdate() {
      this.updates += 1;
    },
    connect: () => controllers.forEach((controller) => controller.hostConnected?.()),
    disconnect: () => controllers.forEach((controller) => controller.hostDisconnected?.()),
  };
}
