/// <reference types="@figma/plugin-typings" />

/**
 * A message of the page in ui.html.
 * @typedef {{ type: "token" | "checkout" } | { type: "insert", name: string, svg: string }} PageMessage
 */

figma.showUI(__html__, { width: 340, height: 410, themeColors: true });

figma.ui.onmessage = async (/** @type {PageMessage} */ message) => {
  switch (message.type) {
    case "token":
      return sendToken();

    case "checkout":
      return checkOut();

    case "insert":
      return insert(message.name, message.svg);
  }
};

/** Opens the checkout. It closes when the user has paid or doesn't want to; the server finds out which. */
async function checkOut() {
  try {
    await figma.payments?.initiateCheckoutAsync({ interstitial: "PAID_FEATURE" });
  } finally {
    await sendToken();
  }
}

/** Sends a new payment token to the page, or null with the reason. */
async function sendToken() {
  if (!figma.payments)
    return send(null, "This plugin can't check payments: its manifest lacks the permission \u201cpayments\u201d.");

  try {
    send(await figma.payments.getPluginPaymentTokenAsync(), "");
  } catch {
    send(null, "Figma didn\u2019t say who you are. Sign in to Figma and open the plugin again.");
  }
}

/**
 * @param {string | null} token
 * @param {string} problem
 */
function send(token, problem) {
  figma.ui.postMessage({ type: "token", token, problem });
}

/**
 * @param {string} name
 * @param {string} svg
 */
function insert(name, svg) {
  const node = figma.createNodeFromSvg(svg);
  node.name = name;
  node.x = figma.viewport.center.x;
  node.y = figma.viewport.center.y;
  figma.currentPage.selection = [node];
  figma.notify(`Added \u201c${name}\u201d`);
}
