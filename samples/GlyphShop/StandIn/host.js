// Runs the plugin in the way that Figma's editor does: code.js gets the object "figma", and ui.html runs in an iframe of origin "null",
// which may send requests only to the domains in the manifest.

const find = id => document.getElementById(id);
const post = path => read(path, { method: "POST" });

async function read(path, options) {
  const response = await fetch(path, options);

  if (!response.ok)
    throw Error(`${path} responds with status ${response.status}.`);

  return response.text();
}

let user;
let figma;
let page;

/** Creates the part of Figma's plugin API that the plugin uses. */
function createFigma(manifest) {
  const figma = {
    ui: {
      onmessage: null,
      postMessage: message => page.contentWindow.postMessage({ pluginMessage: message }, "*"),
    },
    showUI(html, { width, height }) {
      page = document.createElement("iframe");
      page.sandbox = "allow-scripts";
      page.style.height = `${height}px`;
      page.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${toPolicy(manifest.networkAccess)}">${html}`;
      find("pluginPage").replaceChildren(page);
      find("window").style.width = `${width}px`;
    },
    createNodeFromSvg(svg) {
      const node = document.createElement("figure");
      const image = new Image();
      const caption = document.createElement("figcaption");
      image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      node.append(image, caption);
      find("canvas").append(node);
      return Object.defineProperty({ x: 0, y: 0 }, "name", { set: name => caption.textContent = name });
    },
    notify(text) {
      find("toast").textContent = text;
      find("toast").className = "shown";
      setTimeout(() => find("toast").className = "", 2000);
    },
    viewport: { center: { x: 0, y: 0 } },
    currentPage: { selection: [] },
  };

  // Without the permission, Figma leaves the property out.
  if (manifest.permissions?.includes("payments"))
    figma.payments = {
      get status() { return { type: find("paymentStatus").textContent === "PAID" ? "PAID" : "UNPAID" }; },
      getPluginPaymentTokenAsync: () => post(`/users/${user}/token`),
      initiateCheckoutAsync: checkOut,
    };

  return figma;
}

function toPolicy({ allowedDomains, devAllowedDomains = [] }) {
  const domains = [...allowedDomains, ...devAllowedDomains].filter(domain => domain !== "none");
  return `default-src 'unsafe-inline' data: blob: ${domains.join(" ")}`;
}

async function checkOut() {
  find("checkout").returnValue = "cancel";
  find("checkout").showModal();
  await new Promise(resolve => find("checkout").addEventListener("close", resolve, { once: true }));

  if (find("checkout").returnValue === "pay")
    await change("pay");
}

async function change(action) {
  await post(`/users/${user}/${action}`);
  showStatus({ pay: "PAID", trial: "TRIAL", refund: "UNPAID" }[action]);
}

function showStatus(status) {
  find("paymentStatus").textContent = status;
  document.querySelectorAll("[data-post]").forEach(button => button.disabled = (button.dataset.post === "refund") === (status === "UNPAID"));
}

async function showApiStatus(status) {
  find("apiStatus").textContent = await status;
}

async function openPlugin() {
  const manifest = JSON.parse(await read("plugin/manifest.json"));
  find("pluginName").textContent = manifest.name;
  find("operator").src ||= `${manifest.networkAccess.devAllowedDomains?.[0] ?? manifest.networkAccess.allowedDomains[0]}/operator`;
  figma = createFigma(manifest);
  new Function("figma", "__html__", await read(`plugin/${manifest.main}`))(figma, await read(`plugin/${manifest.ui}`));
}

async function start() {
  user = await post("/users");
  find("user").textContent = user;
  showStatus("UNPAID");
  document.querySelectorAll("[data-post]").forEach(button => button.onclick = () => change(button.dataset.post));
  document.querySelectorAll("[data-api]").forEach(button => button.onclick = () => showApiStatus(post(`/${button.dataset.api}`)));
  await showApiStatus(read("/status"));
  setInterval(() => showApiStatus(read("/status")).catch(() => { }), 500);
  find("reopen").onclick = openPlugin;
  await openPlugin();
}

addEventListener("message", event => {
  if (event.source === page?.contentWindow)
    figma.ui.onmessage?.(event.data.pluginMessage);
});

start();
