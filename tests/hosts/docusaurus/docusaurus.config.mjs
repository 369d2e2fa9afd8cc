// The loader is the site's own script: MDX runs none.
export default {
  title: "A docs site",
  url: "https://docs.example",
  baseUrl: "/",
  trailingSlash: true,
  onBrokenLinks: "throw",
  themes: [["@docusaurus/theme-classic", { customCss: "./custom.css" }]],
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/", sidebarPath: false }]],
  scripts: [{ src: "https://calculator.example/embed/v1.js", async: true }],
  themeConfig: { navbar: { title: "A docs site" } },
};
