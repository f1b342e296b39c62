/* Lets Material's search run from a folder on disk, where browsers start no worker: its script runs in a hidden frame.
   After iframe-worker 1.0.4 (MIT licence, Martin Donath), without the inline script that a content policy forbids. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.appendChild(this.frame);
      const inside = this.frame.contentWindow;
      inside.document.open();
      inside.postMessage = (data) => queueMicrotask(() => this.tell(data));
      inside.importScripts = (...urls) => urls.reduce((last, next) => last.then(() => load(inside, next)), Promise.resolve());
      inside.document.write("<!doctype html><body></body>");
      inside.document.close();
      this.ready = load(inside, url);
    }

    tell(data) {
      const message = new MessageEvent("message", {data: structuredClone(data)});
      this.dispatchEvent(message);
      if (this.onmessage) this.onmessage(message);
    }

    postMessage(data) {
      this.ready.then(() => this.frame.contentWindow.dispatchEvent(new MessageEvent("message", {data: structuredClone(data)})));
    }

    terminate() {
      this.frame.remove();
    }
  }

  function load(inside, url) {
    return new Promise((done, failed) => {
      const script = inside.document.createElement("script");
      script.src = url;
      script.onload = done;
      script.onerror = failed;
      inside.document.body.appendChild(script);
    });
  }

  window.Worker = FrameWorker;
})();
