import { type ReactElement, useEffect, useState } from "react";
import { combineRequests } from "./combine-requests.ts";
import { watchRequests } from "./watch-requests.ts";

/** What the page promises of its silence, and how often it has asked a server since it was loaded. It does not speak up: it can be read. */
export function RequestCount(): ReactElement {
  const [words, setWords] = useState(() => combineRequests(null, ""));
  useEffect(() => watchRequests((requests) => setWords(combineRequests(requests, location.origin))), []);
  return (
    <p>
      {words.promise} {words.since} {words.loading}
    </p>
  );
}
