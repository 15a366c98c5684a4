// Plain requests to the server, for what is asked once: a list behind a bar, a dry run, a batch. A refusal comes back as a value.
import {uuid7} from "./ids";
import {practice} from "./socket";
import type {CommandBody, Outcome, Problem} from "./wire";

export type Fetched<T> = {ok: true; value: T} | {ok: false; problem: Problem};

const unreachable: Problem = {status: 0, code: "unreachable", title: "The server cannot be reached. Nothing was changed."};

async function ask<T>(path: string, init: RequestInit = {}): Promise<Fetched<T>> {
  const headers = new Headers(init.headers);
  if (practice) headers.set("Billtrail-Practice", practice);
  try {
    const answer = await fetch(path, {...init, headers});
    const body = (await answer.json().catch(() => ({}))) as T & Problem;
    return answer.ok ? {ok: true, value: body} : {ok: false, problem: {...body, status: answer.status}};
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error;
    return {ok: false, problem: unreachable};
  }
}

const query = (params: Record<string, string | number | undefined>) => {
  const given = Object.entries(params).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== "");
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : "";
};

export const get = <T>(path: string, params: Record<string, string | number | undefined> = {}, signal?: AbortSignal) =>
  ask<T>(path + query(params), signal ? {signal} : {});

export const post = <T>(path: string, body: unknown, dry_run = false) =>
  ask<T>(path + (dry_run ? "?dry_run=true" : ""), {
    method: "POST", body: JSON.stringify(body),
    headers: {"Content-Type": "application/json", ...(dry_run ? {} : {"Idempotency-Key": uuid7()})},
  });

// Several commands in one append: all of them or none.
export async function together(commands: CommandBody[], dry_run = false): Promise<Outcome> {
  const answer = await post<{position: number; events: []}>("/v1/commands", commands, dry_run);
  return answer.ok ? {ok: true, ...answer.value} : answer;
}
