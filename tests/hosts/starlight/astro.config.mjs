import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";

const HOLDS_ITS_ROOM = "claude-code-cost { display: block; min-height: 2185px }";

export default defineConfig({
  image: { service: passthroughImageService() },
  integrations: [
    starlight({
      title: "A docs site",
      pagefind: false,
      head: [
        { tag: "style", content: HOLDS_ITS_ROOM },
        { tag: "script", attrs: { src: "https://calculator.example/embed/v1.js", async: true } },
      ],
    }),
  ],
});
