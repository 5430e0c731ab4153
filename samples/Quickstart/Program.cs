using System;
using System.Collections.Generic;
using System.CommandLine;
using Figma.Payments;
using Quickstart;

Option<UserId?> user = IdOption("--user", "The user ID from your own OAuth 2 sign-in with Figma.", static text => UserId.TryParse(text, out UserId id) ? id : (UserId?)null);
Option<PluginId?> plugin = IdOption("--plugin", "One of your plugins: its ID or the address of its Community page.", static text => PluginId.TryParse(text, out PluginId id) ? id : (PluginId?)null);
Option<WidgetId?> widget = IdOption("--widget", "One of your widgets: its ID or the address of its Community page.", static text => WidgetId.TryParse(text, out WidgetId id) ? id : (WidgetId?)null);
Option<CommunityFileId?> file = IdOption("--file", "One of your Community files: its ID or the address of its Community page.", static text => CommunityFileId.TryParse(text, out CommunityFileId id) ? id : (CommunityFileId?)null);
Option<Uri> baseAddress = new("--base-address")
{
    Description = "The base address of the API.",
    DefaultValueFactory = static _ => new PaymentsClientOptions().BaseAddress,
    CustomParser = static result =>
    {
        if (!Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? address))
            result.AddError("--base-address must be an absolute URI, such as https://api.figma-gov.com.");

        return address;
    },
};

RootCommand command = new("Checks whether users have paid. Sends requests to a fake of Figma on loopback, or to the real API if FIGMA_ACCESS_TOKEN is set.")
{
    user, plugin, widget, file, baseAddress,
};

command.SetAction(async arguments =>
{
    string? accessToken = Environment.GetEnvironmentVariable("FIGMA_ACCESS_TOKEN");

    if (string.IsNullOrEmpty(accessToken))
    {
        await FakeDemo.RunAsync();
        return 0;
    }

    List<ResourceId> resources = [];

    if (arguments.GetValue(plugin) is { } pluginId)
        resources.Add(pluginId);

    if (arguments.GetValue(widget) is { } widgetId)
        resources.Add(widgetId);

    if (arguments.GetValue(file) is { } fileId)
        resources.Add(fileId);

    if (arguments.GetValue(user) is not { } userId || resources.Count == 0)
    {
        Console.Error.WriteLine("FIGMA_ACCESS_TOKEN is set. Specify --user and at least one of --plugin, --widget and --file.");
        return 2;
    }

    await LiveDemo.RunAsync(
        new PaymentsClientOptions { AccessToken = new PersonalAccessToken(accessToken), BaseAddress = arguments.GetValue(baseAddress)! },
        userId,
        resources);

    return 0;
});

return await command.Parse(args).InvokeAsync();

static Option<T?> IdOption<T>(string name, string description, Func<string, T?> parse)
    where T : struct => new(name)
{
    Description = description,
    CustomParser = result =>
    {
        T? id = parse(result.Tokens[0].Value);

        if (id is null)
            result.AddError($"{name} must be an ID or the address of a Community page that contains it.");

        return id;
    },
};
