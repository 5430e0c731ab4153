using System;
using System.Collections.Generic;
using System.CommandLine;
using Figma.Payments;
using Quickstart;

Option<UserId?> user = IdOption("--user", "The user, as your own OAuth 2 sign-in with Figma names them.", static text => UserId.TryParse(text, out UserId id) ? id : (UserId?)null);
Option<PluginId?> plugin = IdOption("--plugin", "A plugin of yours: its id or its Community address.", static text => PluginId.TryParse(text, out PluginId id) ? id : (PluginId?)null);
Option<WidgetId?> widget = IdOption("--widget", "A widget of yours: its id or its Community address.", static text => WidgetId.TryParse(text, out WidgetId id) ? id : (WidgetId?)null);
Option<CommunityFileId?> file = IdOption("--file", "A Community file of yours: its id or its Community address.", static text => CommunityFileId.TryParse(text, out CommunityFileId id) ? id : (CommunityFileId?)null);
Option<Uri> baseAddress = new("--base-address")
{
    Description = "The API's base address.",
    DefaultValueFactory = static _ => new PaymentsClientOptions().BaseAddress,
    CustomParser = static result =>
    {
        if (!Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? address))
            result.AddError("--base-address takes an absolute address, such as https://api.figma-gov.com.");

        return address;
    },
};

RootCommand command = new("Asks whether users have paid: a fake of Figma on loopback, or, with FIGMA_ACCESS_TOKEN and ids, the real API.")
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
        Console.Error.WriteLine("FIGMA_ACCESS_TOKEN is set, so the real API is asked: say --user and at least one of --plugin, --widget and --file.");
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
            result.AddError($"{name} takes an id, the number that Figma shows, or the Community address that has it.");

        return id;
    },
};
