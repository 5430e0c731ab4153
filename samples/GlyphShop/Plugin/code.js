/// <reference types="@figma/plugin-typings" />

/**
 * A message of the page in ui.html.
 * @typedef {{ id: number, type: "token" | "checkout" } | { id: number, type: "insert", name: string, svg: string }} PageMessage
 */

/**
 * A reply to a message. Only one of the members is there.
 * @typedef {{ problem?: string, token?: string, mightHavePaid?: boolean }} Reply
 */

figma.showUI(__html__, { width: 340, height: 410, themeColors: true });

// The ID lets the page ignore a reply that comes too late.
figma.ui.onmessage = async (/** @type {PageMessage} */ message) =>
  figma.ui.postMessage({ id: message.id, ...await handle(message) });

/**
 * @param {PageMessage} message
 * @returns {Promise<Reply>}
 */
async function handle(message) {
  if (message.type === "insert")
    return insert(message.name, message.svg);

  if (!figma.payments)
    return { problem: "This plugin can\u2019t check payments: its manifest lacks the permission \u201cpayments\u201d." };

  return message.type === "token" ? getToken(figma.payments) : checkOut(figma.payments);
}

/**
 * Gets a new payment token.
 * @param {PaymentsAPI} payments
 * @returns {Promise<Reply>}
 */
async function getToken(payments) {
  try {
    return { token: await payments.getPluginPaymentTokenAsync() };
  } catch {
    return { problem: "Figma didn\u2019t say who you are. Sign in to Figma and open the plugin again." };
  }
}

/**
 * Opens the checkout. It closes when the user has paid or doesn't want to.
 * @param {PaymentsAPI} payments
 * @returns {Promise<Reply>}
 */
async function checkOut(payments) {
  // The status says whether a checkout makes sense, or that Figma doesn't know. Who has paid, only the server can know.
  if (payments.status.type !== "PAID") {
    try {
      await payments.initiateCheckoutAsync({ interstitial: "PAID_FEATURE" });
    } catch {
      return { problem: "The checkout didn\u2019t open. Try again later." };
    }
  }

  return { mightHavePaid: payments.status.type !== "UNPAID" };
}

/**
 * @param {string} name
 * @param {string} svg
 * @returns {Reply}
 */
function insert(name, svg) {
  try {
    const node = figma.createNodeFromSvg(svg);
    node.name = name;
    node.x = figma.viewport.center.x;
    node.y = figma.viewport.center.y;
    figma.currentPage.selection = [node];
    figma.notify(`Added \u201c${name}\u201d`);
    return {};
  } catch {
    return { problem: "Figma couldn\u2019t draw the glyph. Your purchase is safe." };
  }
}
