// Carries out a command and tells what came of it. Money waits for the server: nothing is painted before it has answered.
import {command} from "../live/commands";
import type {LedgerEvent} from "../live/wire";
import {refused, said} from "./toasts";

type Told = string | ((events: readonly LedgerEvent[]) => string);

// The events when it was done; null when it was refused, which has then been said.
export async function act(name: string, data: object, told: Told, undo?: () => void): Promise<readonly LedgerEvent[] | null> {
  const outcome = await command(name, data);
  if (!outcome.ok) {
    refused(outcome.problem);
    return null;
  }
  const text = typeof told === "string" ? told : told(outcome.events);
  if (text) said(text, undo);
  return outcome.events;
}

export const found = (events: readonly LedgerEvent[], type: string) => [...events].reverse().find((event) => event.type === type)?.data;
